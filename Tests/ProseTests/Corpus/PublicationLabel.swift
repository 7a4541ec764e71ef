import Testing

/// A publication of a real page, as a person who read the page would enter it.
struct PublicationLabel: Sendable, CustomTestStringConvertible {
    /// The beginning of the page's file name.
    let page: String
    let title: String
    /// The names as they stand there, without signs after them.
    let authors: [String]
    /// The year that the page says; nil where it says none.
    let year: String?

    var testDescription: String { "\(page): \(title)" }

    /// The table: the page in a line of its own, then title, authors and year of each publication.
    static let all: [PublicationLabel] = {
        var (page, labels) = ("", [PublicationLabel]())
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingPrefix(" ")
            }
            guard parts.count == 3 else {
                page = String(line)
                continue
            }
            var title = String(parts[0])
            while title.hasSuffix(" ") { title.removeLast() }
            let authors = parts[1].split(separator: ";").map { name in
                var name = String(name.trimmingPrefix(" "))
                while name.hasSuffix(" ") { name.removeLast() }
                return name
            }
            let year = String(parts[2])
            labels.append(
                PublicationLabel(
                    page: page, title: title, authors: authors, year: year == "-" ? nil : year))
        }
        return labels
    }()

    private static let table = """
        Algolzw
        Forward-only Diffusion Probabilistic Models | Ziwei Luo; Fredrik K. Gustafsson; Jens Sjölund; Thomas B. Schön | -
        BSRT: Improving Burst Super-Resolution with Swin Transformer and Flow-Guided Deformable Alignment | Ziwei Luo; Youwei Li; Shen Cheng; Lei Yu; Qi Wu; Zhihong Wen; Haoqiang Fan; Jian Sun; Shuaicheng Liu | 2022
        Entropy-regularized Diffusion Policy with Q-Ensembles for Offline Reinforcement Learning | Ruoqi Zhang; Ziwei Luo; Jens Sjölund; Thomas B. Schön; Per Mattsson | 2024
        End-to-end multimodal image registration via reinforcement learning | Jing Hu; Ziwei Luo; Xin Wang; Shanhui Sun; Youbing Yin; Kunlin Cao; Qi Song; Siwei Lyu; Xi Wu | 2021
        Boom5426
        SpaIM: Single-cell Spatial Transcriptomics Imputation via Style Transfer | Bo Li; Ziyang Tang; Qianqian Song | 2025
        Multi-scale Hypergraph-based Feature Alignment Network for Cell Localization | Bo Li; Yong Zhang; Baocai Yin | 2024
        Exponential Distance Transform Maps for Cell Localization | Bo Li; Jie Chen; Hong Bu | 2024
        CYing18
        Survmamba: State space model with multi-grained multi-modal interaction for survival prediction | Ying Chen; Jiajing Xie; Yuxiang Lin; Yuhang Song; Wenxian Yang; Rongshan Yu | -
        Generalizable Whole Slide Image Classification with Fine-Grained Visual-Semantic Interaction | Hao Li; Ying Chen; Yifei Chen; Rongshan Yu; Wenxian Yang; Liansheng Wang; Bowen Ding; Yuchen Han | 2024
        Tracing unknown tumor origins with a biological-pathway-based transformer model | Jiajing Xie; Ying Chen; Shijie Luo; Wenxian Yang; Yuxiang Lin; Liansheng Wang; Xin Ding; Mengsha Tong; Rongshan Yu | -
        ChenX17
        Transfer the linguistic representations from TTS to accent conversion with non-parallel data | Xi Chen; Jiakun Pei; Liumeng Xue; Mingyang Zhang | 2024
        Sptts: Parallel speech synthesis without extra aligner model | Zeqing Zhao; Xi Chen; Hui Liu; Xuyang Wang; Lin Yang; Junjie Wang | 2021
        A 5.1 pJ/neuron 127.3 us/inference RNN-based speech recognition processor using 16 computing-in-memory SRAM macros in 65nm CMOS | Ruiqi Guo; Yonggang Liu; Shixuan Zheng; Ssu-Yen Wu; Peng Ouyang; Win-San Khwa; Xi Chen | 2019
        Cubernet
        MalGuard: Towards Real-Time, Accurate, and Actionable Detection of Malicious Packages in PyPI Ecosystem | Xingan Gao; Xiaobing Sun; Sicong Cao; Kaifeng Huang; Du Wu; Xiaolei Liu; Xingwei Lin; Yang Xiang | 2025
        大语言模型安全与隐私风险综述 | 姜毅; 杨勇; 印佳丽; 刘小垒; 李吉亮; 王伟; 田有亮; 巫英才; 纪守领 | 2025
        Compiler-Based Efficient CNN Model Construction for 5G Edge Devices | Kun Wan; Xiaolei Liu; Jianyu Yu; Xiaosong Zhang; Xiaojiang Du; Nadra Guizani | 2021
        Weighted-sampling audio adversarial example attack | Xiaolei Liu; Kun Wan; Yufei Ding; Xiaosong Zhang; Qingxin Zhu | 2020
        HeyWeCome
        A Pattern-Driven Information Diffusion Prediction Model Based on Multisource Resonance and Cognitive Adaptation | Weikang He; Yunpeng Xiao; Mengyang Huang; Xuemei Mou; Rong Wang; Qian Li | 2025
        A dynamic information dissemination model based on user awareness and evolutionary games | Yunpeng Xiao; Weikang He; Tao Yang; Qian Li | 2022
        Interest HD: An Interest Frame Model for Recommendation Based on HD Image Generation | Weikang He; Yunpeng Xiao; Tun Li; Rong Wang; Qian Li | 2024
        HopeSailor
        Scientific collaborator recommendation via hypergraph embedding | Xiaochen Wang; Wensheng Huang; Butian Zhao; Shijuan Li | -
        Beyond likes and comments: How social proof influences consumer impulse buying on short-form video platforms | Wensheng Huang; Xiaochen Wang; Qianyao Zhang; Junhui Han; Runtong Zhang | 2025
        融合先验知识与多源异构数据的临床误诊风险预测与特征识别研究 | 王笑辰; 李世娟; 黄文胜; 赵红梅; 张润彤 | -
        Beyond the white coat: Heuristics, professionalism, and consumer choice in healthcare through big data and machine learning | Wensheng Huang; Catherine Prentice; Pei Wu; Xiaochen Wang; Qiaoyao Zhang; Runtong Zhang | -
        Irving-Feng
        Learning an Efficient Multi-Turn Dialogue Evaluator from Multiple Judges | Yuqi Tang; Kehua Feng; Yunfeng Wang; Zhiwen Chen; Chengfei Lv; Gang Yu; Qiang Zhang; Keyan Ding | 2025
        Sample-Efficient Human Evaluation of Large Language Models via Maximum Discrepancy Competition | Kehua Feng; Keyan Ding; Hongzhi Tan; Kede Ma; Zhihua Wang; Shuangquan Guo; Yuzhou Cheng; Ge Sun; Guozhou Zheng; Qiang Zhang; Huajun Chen | 2025
        SciKnowEval: Evaluating Multi-level Scientific Knowledge of Large Language Lodels | Kehua Feng; Keyan Ding; Weijie Wang; Xiang Zhuang; Zeyuan Wang; Ming Qin; Yu Zhao; Jianhua Yao; Qiang Zhang; Huajun Chen | 2025
        ItsIvy33
        Perceived Social Isolation and Health Information Seeking via Social Media Among Cancer Survivors | Huishan Wang; Shawn Chiang; Ping Ma | 2025
        Nativity Differences in Awareness and Knowledge About HPV Infection and Vaccination Among Foreign- and US-Born Asians: Findings from a National Population-Based Sample | Shawn Chiang; Huishan Wang; MS Sifat; Ping Ma | -
        IzaiahSun
        PropertyGPT: LLM-driven Formal Verification of Smart Contracts through Retrieval-Augmented Property Generation | Ye Liu; Yue Xue; Daoyuan Wu; Yuqiang Sun; Yi Li; Miaolei Shi; Yang Liu | 2025
        LLM4Vuln: A Unified Evaluation Framework for Decoupling and Enhancing LLMs' Vulnerability Reasoning | Yuqiang Sun; Daoyuan Wu; Yue Xue; Han Liu; Wei Ma; Lyuye Zhang; Miaolei Shi; Yang Liu | -
        Who is the Real Hero? Measuring Developer Contribution via Multi-dimensional Data Integration | Yuqiang Sun; Zhengzi Xu; Chengwei Liu; Yiran Zhang; Yang Liu | 2023
        Songwxuan
        CEED-VLA: Consistency Vision-Language-Action Model with Early-Exit Decoding | Wenxuan Song; Jiayi Chen; Pengxiang Ding; Yuxin Huang; Han Zhao; Yinchuan Li; Ying-Cong Chen; Donglin Wang; Haoang Li | 2026
        Spatial Forcing: Implicit Spatial Representation Alignment for Vision–Language–Action Models | Fuhao Li; Wenxuan Song; Han Zhao; Jingbo Wang; Pengxiang Ding; Donglin Wang; Long Zeng; Haoang Li | 2026
        FlowVLA: Thinking in Motion with a Visual Chain of Thought | Zhide Zhong; Haodong Yan; Junfeng Li; Xiangchen Liu; Xin Gong; Wenxuan Song; Jiayi Chen; Haoang Li | -
        OpenHelix: A Short Survey, Empirical Analysis, and Open-Source Dual-System VLA Model for Robotic Manipulation | Can Cui; Pengxiang Ding; Wenxuan Song; Shuanghao Bai; Xinyang Tong; Zirui Ge; Runze Suo; Wanqi Zhou; Yang Liu; Bofang Jia; Han Zhao; Siteng Huang; Donglin Wang | -
        Zheyu-Chen
        Improving Consumer Experience With Pre-Purify Temporal-Decay Memory-Based Collaborative Filtering Recommendation for Graduate School Application | Jinfeng Xu; Zheyu Chen; Zixiao Ma; Jiyi Liu; Edith C. H. Ngai | 2024
        A Review of Gray-scale Image Recoloring Methods With Neural Network Based Model | Yuyang Wang; Tianli Ren; Zhuoyi Zhang; Zheyu Chen; Jinfeng Xu; Zixiao Ma; Pai Zhu; Mingjia Zhang | 2022
        FourierKAN-GCF: Fourier Kolmogorov-Arnold Network -- An Effective and Efficient Feature Transformation for Graph Collaborative Filtering | Jinfeng Xu; Zheyu Chen; Jinze Li; Shuo Yang; Wei Wang; Xiping Hu; Edith C-H Ngai | -
        Zlh111111
        FSAKE: Few-Shot Graph Learning via Adaptive Neighbor Class Knowledge Embedding | 邹林华; 金杰; 李冬卿; 赵红 | 2025
        Multi-Granularity Awareness via Cross Fusion for Few-Shot Learning | 吴志平; 李冬卿; 邹林华; 赵红 | 2025
        FSPDF: Few-Shot Learning with Progressive Dual-Domain Feature Fusion via Self-Supervised Learning | 李冬卿; 金杰; 邹林华; 赵红 | 2025
        wangye0523
        Hierarchical Causal Learning for Face Age Synthesis | Ye Wang; Pan Sun; Xuyang Zhou; Lifeng Shen; Jiaxu Leng; Guoyin Wang; Hong Yu | 2026
        Multi-Granularity Cognitive Representation | Ye Wang; Hong Yu; Guoyin Wang | 2026
        When Evidence Conflicts: Reliability-aware Meta-review Generation | Xinzhe Wang; Fei Tao; Jiang Xie; Hong Yu; Ye Wang | 2026
        RCNet: Recurrent Collaboration Network Guided by Facial Priors for Face Super-Resolution | Jiaxu Leng; Ye Wang | 2022
        HU-xiaobai
        EEE-QA: Exploring Effective and Efficient Question-Answer Representations | Zhanghao Hu; Yijun Yang; Yunjie Xu; Yifu Qiu; Patrick Chen | 2024
        Exploring Effective and Efficient Question-Answer Representations | Zhanghao Hu; Yijun Yang; Yunjie Xu; Yifu Qiu; Patrick Chen | 2024
        Causal and Temporal Inference in Visual Question Generation by Utilizing Pre-trained Models | Zhanghao Hu; Frank Keller | 2024
        SoominChung
        S3D: Sketch-Driven 3D Model Generation | Hail Song; Wonsik Shin; Naeun Lee; Soomin Chung; Nojun Kwak; Woontack Woo | 2025
        Reinforcement learning model for optimizing dexmedetomidine dosing to prevent delirium in critically ill patients | Hong Yeul Lee; Soomin Chung; Dongwoo Hyeon; Hyun-Lim Yang; Hyung-Chul Lee; Ho Geol Ryu; Hyeonhoon Lee | 2024
        Machine Learning Approaches as An Alternative to Human Psychophysical Tests of Prosthetic Vision | Na Min An; Hyeonhee Roh; Soomin Jung; Eun Ju Kim; Maesoon Im | 2021
        Longitudinal ECG Analysis with Deep Learning for Improved Detection of Reduced Left Ventricular Ejection Fraction | Soomin Chung | 2025
        SorcererControl
        On the Perception Bottleneck of VLMs for Chart Understanding | Junteng Liu; Weihao Zeng; Xiwen Zhang; Yijun Wang; Zifei Shan; Junxian He | 2025
        In-Context Sharpness as Alerts: An Inner Representation Perspective for Hallucination Mitigation | Shiqi Chen; Miao Xiong; Junteng Liu; Zhengxuan Wu; Teng Xiao; Siyang Gao; Junxian He | 2024
        Composing Parameter-Efficient Modules with Arithmetic Operations | Jinghan Zhang; Shiqi Chen; Junteng Liu; Junxian He | 2023
        yuya-katafuchi
        Construction of Enterprise-Level Global Supply Chain Database | Katafuchi, Y.; Li, X.; Yamada, T.; Fujii, H.; Kanemoto, K. | -
        Scope 3 Emissions of 2,000 Companies and 19,000 Subsegments | Li, X.; Katafuchi, Y.; Yamada, T.; Fujii, H.; Kanemoto, K. | -
        emilyyyu
        Liveness Proofs for Hardware Model Checking | Nils Froleyks; Emily Yu; Bart Bogaerts; Armin Biere; Keijo Heljanko | 2026
        Quantitative Monitoring of Signal First-Order Logic | Marek Chalupa; Thomas A. Henzinger; N. Ege Sarac; Emily Yu | 2026
        Neural Control and Certificate Repair via Runtime Monitoring | Emily Yu; Dorde Zikelic; Thomas A. Henzinger | 2025
        pub.md
        QuarK: Query-Aware Unstructured Sparsity with Recoverable KV Cache Channel Pruning | Huanxuan Liao; Shizhu He; Jun Zhao; Kang Liu | 2026
        Find Parent then Label Children: A Two-stage Taxonomy Completion Method with Pre-trained Language Model | Fei Xia; Yixuan Weng; Shizhu He; Kang Liu; Jun Zhao | 2023
        Knowledge Graph Embedding via Dynamic Mapping Matrix | Guoliang Ji; Shizhu He; Liheng Xu; Kang Liu; Jun Zhao | 2015
        002_
        FSMoE: A Flexible and Scalable Training System for Sparse Mixture-of-Experts Models | X. Pan; W. Lin; L. Zhang; S. Shi; Z. Tang; R. Wang; B. Li; X. Chu | 2025
        Hot Pluggable Federated Learning | L. Shen; Z. Tang; L. Wu; Y. Zhang; X. Chu; T. Qin; B. Han | 2024
        Benchmarking the Performance and Energy Efficiency of AI Accelerators for AI Training | Y. Wang; Q. Wang; S. Shi; X. He; Z. Tang; K. Zhao; X. Chu | 2020
        """
}
